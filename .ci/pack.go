//go:build ignore

// Command pack puts the files of one folder into a .tar.gz or .zip, in the
// order of their names, with one time and one owner: the same files give the
// same bytes on every machine. .ci/release uses it.
package main

import (
	"archive/tar"
	"archive/zip"
	"compress/flate"
	"compress/gzip"
	"flag"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

func main() {
	seconds := flag.Int64("time", 0, "Unix time that every file is given")
	out := flag.String("out", "", "archive to write, .tar.gz or .zip")
	flag.Parse()
	folder := flag.Arg(0)
	entries, err := os.ReadDir(folder) // sorted by name
	check(err)
	file, err := os.Create(*out)
	check(err)
	add, closeAll := zipped(file, time.Unix(*seconds, 0).UTC())
	if strings.HasSuffix(*out, ".tar.gz") {
		add, closeAll = tarred(file, time.Unix(*seconds, 0).UTC())
	}
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(folder, e.Name()))
		check(err)
		add(filepath.Base(folder)+"/"+e.Name(), content, mode(e.Name()))
	}
	closeAll()
	check(file.Close())
}

// mode makes the program and its starter ones that can be run; the rest are papers.
func mode(name string) os.FileMode {
	if slices.Contains([]string{"serums", "serums.exe", "abrir.cmd", "abrir.command"}, name) {
		return 0o755
	}
	return 0o644
}

type adder func(name string, content []byte, mode os.FileMode)

func tarred(w io.Writer, at time.Time) (adder, func()) {
	packed, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	check(err)
	archive := tar.NewWriter(packed)
	add := func(name string, content []byte, mode os.FileMode) {
		check(archive.WriteHeader(&tar.Header{
			Typeflag: tar.TypeReg, Name: name, Size: int64(len(content)), Mode: int64(mode), ModTime: at, Format: tar.FormatUSTAR,
		}))
		_, err := archive.Write(content)
		check(err)
	}
	return add, func() { check(archive.Close()); check(packed.Close()) }
}

func zipped(w io.Writer, at time.Time) (adder, func()) {
	archive := zip.NewWriter(w)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	add := func(name string, content []byte, mode os.FileMode) {
		header := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at}
		header.SetMode(mode)
		entry, err := archive.CreateHeader(header)
		check(err)
		_, err = entry.Write(content)
		check(err)
	}
	return add, func() { check(archive.Close()) }
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
