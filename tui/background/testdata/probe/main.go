// Command probe is the least program that would stall: it imports Bubble Tea
// and ends. The test of package background runs it, and once more without the
// cure (build tag stalls), to see that the test can fail.
package main

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"
)

func main() {
	var m tea.Model
	fmt.Println("ready", m == nil)
}
