package texts

// What is known of a plaza and of an applicant, by the one name that it has in
// tables, on cards and in files.
const (
	FieldProcess     = "Proceso"
	FieldProfession  = "Profesión"
	FieldModality    = "Modalidad"
	FieldCode        = "RENIPRESS"
	FieldDiresa      = "DIRESA"
	FieldInstitution = "Institución"
	FieldWhere       = "Dónde"
	FieldSeats       = "Plazas"
	FieldHours       = "Horario"
	FieldBenefits    = "Beneficios"
	FieldChance      = "Libre al llegar"
	FieldEvidence    = "Se apoya en"
	FieldRisks       = "Notas de riesgo"
	FieldOwnNote     = "Mi nota"
)
