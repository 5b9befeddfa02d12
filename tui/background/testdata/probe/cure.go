//go:build !stalls

package main

import _ "brujula/tui/background"
