// Package compare tells what changed between the offers of two processes:
// plazas that are new, that are gone, that moved between the modalities, and
// those whose seats, grade or other attributes are not what they were. A plaza
// is known by RENIPRESS, profession and modality (planner/availability/README.md).
package compare
