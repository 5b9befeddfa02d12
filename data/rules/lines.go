package rules

import (
	"regexp"
	"strings"
	"sync"
)

// The TOML package tells where a syntax error is, but not on which line a key
// of the n-th [[table]] stands; errors of content need that.
var (
	headingPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*\[{1,2}\s*["']?([^\]"']*?)["']?\s*\]{1,2}`) })
	keyPattern     = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*["']?([\p{L}\p{N}_-]+)["']?\s*[.=]`) })
)

// lineIndex finds the line of a table and of its keys, counting from 1.
type lineIndex struct {
	top    map[string]int          // first line of each top-level name
	tables map[string][]tableLines // by name, in the order of the file
}

type tableLines struct {
	line int
	keys map[string]int
}

func indexLines(content string) *lineIndex {
	index := &lineIndex{top: map[string]int{}, tables: map[string][]tableLines{}}
	name, quote := "", ""
	for i, line := range strings.Split(content, "\n") {
		inside := quote != ""
		quote = openQuote(line, quote)
		if inside {
			continue
		}
		if m := headingPattern().FindStringSubmatch(line); m != nil {
			name = m[1]
			index.first(name, i+1)
			index.tables[name] = append(index.tables[name], tableLines{i + 1, map[string]int{}})
			continue
		}
		m := keyPattern().FindStringSubmatch(line)
		switch {
		case m == nil:
		case name == "":
			index.first(m[1], i+1)
		default:
			tables := index.tables[name]
			tables[len(tables)-1].keys[m[1]] = i + 1
		}
	}
	return index
}

func (x *lineIndex) first(name string, line int) {
	if _, seen := x.top[name]; !seen {
		x.top[name] = line
	}
}

// of returns the line of a key of the n-th table of a name, else that of the
// table's heading, else of the name's first mention.
func (x *lineIndex) of(name string, n int, key string) int {
	tables := x.tables[name]
	if n >= len(tables) {
		return max(x.top[name], 1)
	}
	if line, ok := tables[n].keys[key]; ok {
		return line
	}
	return tables[n].line
}

// openQuote reports which multi-line quote is open after the line, "" for none.
func openQuote(line, quote string) string {
	for {
		if quote != "" {
			at := strings.Index(line, quote)
			if at < 0 {
				return quote
			}
			line, quote = line[at+len(quote):], ""
			continue
		}
		basic, literal := strings.Index(line, `"""`), strings.Index(line, `'''`)
		switch {
		case basic < 0 && literal < 0:
			return ""
		case literal < 0 || (basic >= 0 && basic < literal):
			line, quote = line[basic+3:], `"""`
		default:
			line, quote = line[literal+3:], `'''`
		}
	}
}
