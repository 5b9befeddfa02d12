package main

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"brujula/data/archive"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/plan"
	"brujula/planner/turn"
)

// Stamped by .ci/release (-ldflags -X main.version=…). The date is the commit's,
// never that of the build: the same commit gives the same bytes.
var (
	version    = "desarrollo"
	commit     = ""
	commitDate = ""
)

// buildRecord is what serums version tells. The formats are those that this
// program writes; it refuses and keeps what a newer one wrote.
type buildRecord struct {
	Version    string        `json:"version"`
	Commit     string        `json:"commit"` // empty where the build does not know it
	CommitDate string        `json:"fecha_commit"`
	Go         string        `json:"go"`
	Platform   string        `json:"plataforma"`
	Formats    formatsRecord `json:"formatos"`
}

type formatsRecord struct {
	Library int         `json:"biblioteca"`
	Plan    int         `json:"plan"`
	Turn    int         `json:"turno"`
	Model   json.Number `json:"modelo"` // the cache, which is made anew when it is of another
	Backup  int         `json:"respaldo"`
}

func versionNow() buildRecord {
	r := buildRecord{
		Version: version, Commit: commit, CommitDate: commitDate,
		Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH,
		Formats: formatsRecord{
			Library: library.FormatVersion, Plan: plan.FormatVersion, Turn: turn.FormatVersion,
			Model: availability.CacheFormat, Backup: archive.Format,
		},
	}
	if info, ok := debug.ReadBuildInfo(); ok && commit == "" {
		r.fromBuild(info)
	}
	return r
}

// fromBuild takes the commit that the go command noted in a build from a
// checkout.
func (r *buildRecord) fromBuild(info *debug.BuildInfo) {
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			r.Commit = s.Value
		case s.Key == "vcs.time":
			r.CommitDate = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			r.Version += texts.VersionModified
		}
	}
}

func (a *app) versionCommand() *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{
		Use: "version", Short: texts.VersionShort,
		Args: arguments(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			r := versionNow()
			if asJSON {
				return a.printJSON(r)
			}
			fmt.Fprintln(a.out, texts.Version(r.Version, r.Go, r.Platform))
			if r.Commit != "" {
				fmt.Fprintln(a.out, texts.VersionCommit(r.Commit, r.CommitDate))
			}
			f := &r.Formats
			fmt.Fprintln(a.out, texts.VersionFormats(f.Library, f.Plan, f.Turn, f.Backup, f.Model.String()))
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, texts.FlagJSON)
	return cmd
}
