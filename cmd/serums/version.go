package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"brujula/data/library"
	"brujula/data/texts"
)

// version is stamped by the release build (-ldflags -X main.version=…).
var version = "desarrollo"

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: texts.VersionShort,
		Args: arguments(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			goVersion := ""
			if info, ok := debug.ReadBuildInfo(); ok {
				goVersion = info.GoVersion
			}
			fmt.Fprintln(a.out, texts.Version(version, goVersion, library.FormatVersion))
			return nil
		},
	}
}
