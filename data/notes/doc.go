// Package notes keeps what people report of a plaza, under the topics that
// practitioners ask about: the "observatorio" that the physicians' convention
// asked for in 2013 (data/rules/README.md). A report is no fact: it
// stands beside others on the same topic, also those that contradict it, each
// with its source and date. Nobody's name has a field here.
package notes
