package lists

// Field names what a column of a list means. The values are the JSON keys of
// the field, so that a review can show them.
type Field string

// The fields that the mapper takes.
const (
	FieldProcess       Field = "proceso"
	FieldModality      Field = "modalidad"
	FieldProfession    Field = "profesion"
	FieldSede          Field = "sede"
	FieldSeats         Field = "cupos"
	FieldDiresa        Field = "diresa"
	FieldOffering      Field = "ofertante"
	FieldInstitution   Field = "institucion"
	FieldRegion        Field = "region"
	FieldProvince      Field = "provincia"
	FieldDistrict      Field = "distrito"
	FieldGrade         Field = "gd"
	FieldRenipress     Field = "renipress"
	FieldEstablishment Field = "establecimiento"
	FieldCategory      Field = "categoria"
	FieldBudget        Field = "presupuesto"
	FieldZAF           Field = "zaf"
	FieldZE            Field = "ze"
	FieldRank          Field = "puesto"
	FieldMark          Field = "nota"
)
