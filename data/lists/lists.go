// Package lists reads the ministry's lists: offers of plazas, adjudicated
// seats and orders of merit. Each file format has a reader that yields
// positioned cells (package cells); one mapper, which knows no format, finds
// the heading and makes records of the rows under it. Nothing is stored here:
// reading gives drafts that the caller reviews and commits. README.md says what
// is wrong with real lists and what becomes of it.
//
// No person's name and no remark leaves this package: of adjudicated and merit
// lists only known columns are taken, and problems show values of those only.
package lists

import (
	"brujula/data"
	"brujula/data/cells"
)

// KindMerit is the kind of a list that ranks applicants. The library keeps no
// such list, so it is not among the kinds of package data.
const KindMerit data.Kind = "orden de mérito"

// Options say how to read a file. The zero value detects everything.
type Options struct {
	Process   data.Process  // empty: from the file's own words, else from its name where ByName, else ErrNeedProcess
	ByName    bool          // the name of a file tells the process that nothing in it does
	Modality  data.Modality // empty: from the file's own words, else ErrNeedModality
	UpTo      int           // adjudications: the rank at which the list was cut, 0 when complete
	Sheet     string        // empty: the sheets that hold a list
	Delimiter rune          // CSV: 0 detects ; , tab or |
	Encoding  string        // CSV: empty detects; "utf-8", "utf-16le", "utf-16be", "cp1252", "cp850" or "macroman"
	Limits    cells.Limits  // zero: cells.DefaultLimits
	Progress  cells.Progress
	Known     Vocabulary

	As         data.Kind                 // what the list is; empty: by its evidence
	Columns    []ColumnChoice            // what the user says of columns
	Remembered map[string][]ColumnChoice // what was said of other lists, by Draft.Signatures; Columns wins over it
	Loose      bool                      // a choice of a column that the file does not have is passed over: another file has it
	HeadingRow int                       // the row of each sheet that holds the headings; 0 detects
	Profession string                    // canonical; of a list whose rows do not tell

	// Watch is called with each row before it is read, where it is set; reading
	// ends with its error.
	Watch func(cells.Row) error

	pages int // PDF: how many of the first pages, 0 for all
}

// Vocabulary is what the library already knows, to mend words that a file
// broke and to match seats that came without a code. The zero value knows
// nothing.
type Vocabulary struct {
	Offers []*data.Offer
}

// Draft is one list read out of a file, not yet stored. Exactly one of Offer
// and Adjudication is set. Info.Imported is zero: the caller stamps it.
type Draft struct {
	Info          data.ListInfo
	Offer         *data.Offer
	Adjudication  *data.Adjudication
	Problems      []data.Problem
	Headings      []HeadingMatch
	DeclaredTotal int       // seats that a TOTAL row states, 0 without such a row
	Seems         data.Kind // what the columns tell that the list is; empty where they do not
	Why           string    // why it seems so
	Added         bool      // it holds the loaded list as well, to which it was added
	HeadingRow    int       // the row of the first heading

	// Signatures name the headings of the file, by HeadingMatch.Table, to remember
	// choices of columns by.
	Signatures []string

	// Doubts are the reasons, in words for the user, why the file may hold more
	// rows than were read. They are among the Problems too. A list with doubts is
	// stored only when a person who was told them says so.
	Doubts []string
	// Named is the process where the name of the file alone tells it; else empty.
	Named data.Process
	// Contradictions tell where title, columns, name of the file and the user
	// disagree on the process or modality. They are among the Problems too.
	Contradictions []string
}

// HeadingMatch tells what one heading of the file was understood as.
type HeadingMatch struct {
	Text    string   // cleaned, on one line; empty for columns of lists of persons that are not read
	Column  string   // letter of the column, "A" for the first
	Field   Field    // empty when no field takes the column
	Origin  Origin   // how that was found; empty where no field takes it and nobody says so
	Samples []string // a few different values; none where they may be of persons
	Table   int      // which of the headings of the file, from 0: a file may hold several tables
}

// Guess is what a look at the first rows of a file tells about it.
type Guess struct {
	Kind       data.Kind // KindOffer, KindAdjudication or KindMerit
	Format     string    // "CSV", "XLSX", "PDF"
	Processes  []data.Process
	Modalities []data.Modality
	Headings   []HeadingMatch
	HeadingRow int    // the row of the first heading
	Likely     bool   // that row only looks most like a heading: the program takes it for none
	Signature  string // of the first heading; see Draft.Signatures
	Why        string // why it was taken for that kind
	Shaped     bool   // the heading has no known words: it was found by its shape
	Even       bool   // nearly as much speaks for another kind
	Doubt      string // why the process must be asked for although a title speaks of it
}

// MeritRow is one applicant of an order of merit, without the name.
type MeritRow struct {
	Profession string  // empty when the list does not say
	Rank       int     // from 1; 0 when the list has no such column
	Mark       float64 // 0–20; 0 when the list has no mark for the row
	Took       Took    // a place
	Source     data.Source
}

// Took tells whether an applicant of an order of merit took a place; the zero
// value where the list does not say.
type Took int8

// What a list says.
const (
	TookPlace Took = 1
	TookNone  Took = -1
)

// Merit is an order of merit or a list of marks. It is never stored.
type Merit struct {
	Process  data.Process // empty when neither options nor file tell
	Rows     []MeritRow
	Problems []data.Problem
	Headings []HeadingMatch
	Skipped  int
	Rejected int

	OtherScale float64 // the highest mark, where marks are of another scale than 0 to 20 and were left out; else 0
}
