package demo

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"brujula/data"
)

// made is the day on which the demonstration says that it was imported: as
// made up as the rest.
func made() time.Time { return time.Date(2026, time.January, 7, 0, 0, 0, 0, time.UTC) }

// Infos describes the lists of the demonstration as the library describes
// those that a user loaded, in the order of Lists.
func Infos() []data.ListInfo {
	offers, adjudications := Lists()
	var out []data.ListInfo
	for _, o := range offers {
		out = append(out, data.ListInfo{
			Kind: data.KindOffer, Process: o.Process, Modality: o.Modality, File: plazasFile, SHA256: hash(plazasFile), Imported: made(),
			Rows: len(o.Plazas), Plazas: len(o.Plazas), Seats: o.Seats(),
		})
	}
	for _, a := range adjudications {
		plazas := map[string]bool{}
		for i := range a.Picks {
			plazas[a.Picks[i].Renipress+"/"+a.Picks[i].Profession] = true
		}
		out = append(out, data.ListInfo{
			Kind: data.KindAdjudication, Process: a.Process, Modality: a.Modality, File: picksFile, SHA256: hash(picksFile), Imported: made(),
			Rows: len(a.Picks), Plazas: len(plazas), Seats: len(a.Picks),
		})
	}
	return out
}

func hash(name string) string {
	content, err := files.ReadFile("files/" + name)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
