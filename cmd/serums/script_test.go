package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"serums": func() { os.Exit(mainCode()) },
	})
}

// TestScripts runs the commands as a shell would; each script tells its story.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/script",
		Cmds: scriptCommands(),
		Setup: func(env *testscript.Env) error {
			env.Setenv("SERUMS_DATOS", env.WorkDir+"/biblioteca")
			env.Setenv("HOME", env.WorkDir)
			return nil
		},
	})
}
