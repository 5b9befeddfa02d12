// Command make writes the files of the demonstration. It is run by go generate
// in data/demo.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"brujula/data/demo/internal/gen"
)

func main() {
	out := gen.Generate()
	for folder, files := range map[string]map[string][]byte{"files": out.Embedded, "../../testdata/demo": out.Raw} {
		if err := write(folder, files); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func write(folder string, files map[string][]byte) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
