// Package availability answers the question that the program is for: at my
// pick number, will this plaza still be free?
//
// A line is one queue (process, profession, modality). Think of one exponential
// clock a seat, with rate w·g: w = exp(η) from the effects of the plaza, g a
// gamma frailty of mean 1 and variance θ for what the effects do not explain.
// Seats go in the order in which the clocks ring, so that
//
//	S(t) = (1 + θ·w·t)^(−1/θ)        chance that a seat is still free at time t
//	t_k solves Σ (1 − S(t)) = k      over all the seats of the line
//	free at pick k = 1 − Π (1 − S(t_k)) over the seats of the plaza
//
// (README.md, "The form"). The effects are fitted by a penalised Plackett–Luce
// likelihood over all past lines together (README.md, "The fit").
//
// Everything here is pure and deterministic: values in, values out. Random
// numbers come from a seed that the caller gives, and the same seed gives the
// same answer for any number of workers. A model that Load has opened alone
// reads on: what bears on a profession, when it is first asked about (Model.Lost).
package availability
