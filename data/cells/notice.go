package cells

// NoticeKind names something that a reader took note of while it read.
type NoticeKind string

// What a Notice can say.
const (
	HiddenRows      NoticeKind = "hidden rows"            // they were read
	HiddenColumns   NoticeKind = "hidden columns"         // they were read
	HiddenSheet     NoticeKind = "hidden sheet"           // it was not read
	MergedCells     NoticeKind = "merged cells"           // the value was taken for every row that it spans
	UncachedFormula NoticeKind = "formula without result" // read as blank

	TextOfDOS        NoticeKind = "text of MS-DOS"
	TextOfMac        NoticeKind = "text of a Mac"
	TextEncodedTwice NoticeKind = "text encoded twice" // it was brought back

	BlankPage      NoticeKind = "blank page"               // it shows no text
	PicturePage    NoticeKind = "page of pictures"         // it shows pictures and no text
	UnreadablePage NoticeKind = "page without letters"     // the file does not say which letters it shows, all or many
	NarrowPage     NoticeKind = "text outside of the page" // on a page of another size than the others
	DamagedFile    NoticeKind = "damaged file"             // it was read around the damage
)

// Notice tells the user about a property of the file that may surprise.
type Notice struct {
	Kind  NoticeKind
	Sheet string
	Page  int // 0 where it is not about a page
	Count int
}

// Noticer is a Reader that may have taken note of something. Notices is asked
// after the last row.
type Noticer interface {
	Notices() []Notice
}
