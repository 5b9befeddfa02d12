// Package gen makes up the demonstration: establishments that do not exist in
// districts that do, two processes of offers in both modalities, and the
// adjudications of the first, drawn from hidden weights so that the model has
// something to find. The same bytes come out on every run.
package gen
