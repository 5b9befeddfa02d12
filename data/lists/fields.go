package lists

import (
	"strings"
	"sync"

	"brujula/data/fold"
)

// Field names what a column of a list means. The values are the JSON keys of
// the field, so that a review can show them.
type Field string

// The fields that the mapper takes.
const (
	FieldProcess       Field = "proceso"
	FieldModality      Field = "modalidad"
	FieldProfession    Field = "profesion"
	FieldSpeciality    Field = "especialidad" // of the profession, in a column of its own
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
	FieldTook          Field = "adjudico" // of an order of merit: whether the rank took a place
	FieldStatus        Field = "estado"   // whether the person took a seat
	// Where one sheet has a column of seats for each modality.
	FieldSeatsPaid   Field = "cupos remunerada"
	FieldSeatsUnpaid Field = "cupos equivalente"
)

// fieldCount is one more than the highest ordinal.
const fieldCount = 26

// ordinal numbers the fields, so that a row's cell is found without a map.
func (f Field) ordinal() int {
	switch f {
	case FieldProcess:
		return 1
	case FieldModality:
		return 2
	case FieldProfession:
		return 3
	case FieldSede:
		return 4
	case FieldSeats:
		return 5
	case FieldDiresa:
		return 6
	case FieldOffering:
		return 7
	case FieldInstitution:
		return 8
	case FieldRegion:
		return 9
	case FieldProvince:
		return 10
	case FieldDistrict:
		return 11
	case FieldGrade:
		return 12
	case FieldRenipress:
		return 13
	case FieldEstablishment:
		return 14
	case FieldCategory:
		return 15
	case FieldBudget:
		return 16
	case FieldZAF:
		return 17
	case FieldZE:
		return 18
	case FieldRank:
		return 19
	case FieldMark:
		return 20
	case FieldSpeciality:
		return 21
	case FieldTook:
		return 22
	case FieldStatus:
		return 23
	case FieldSeatsPaid:
		return 24
	case FieldSeatsUnpaid:
		return 25
	case fieldPerson, Unused:
	}
	return 0
}

// fieldPerson marks columns about the person (names, documents, remarks). They
// tell what kind of list it is and are never read.
const fieldPerson Field = "persona"

// claim is what a heading text says of its column; of two columns that claim a
// field the higher weight has it.
type claim struct {
	field  Field
	weight int
}

// Weights of claims. Those of known headings lie from 500 to 1000.
const (
	remarkWeight   = 1   // of a column of remarks or documents: it tells nothing of the kind of list
	inferredWeight = 50  // by the values
	guessedWeight  = 300 // by a part of the heading, to be borne out by the values
)

// headings maps squashed heading texts to fields. It is shared: nobody changes it.
var headings = sync.OnceValue(func() map[string]claim {
	known := make(map[string]claim, 256)
	for field, words := range headingWords() {
		for i, word := range strings.Split(words, "|") {
			known[fold.Squash(word)] = claim{field, 1000 - i}
		}
	}
	for _, word := range strings.Split(remarkWords, "|") {
		known[fold.Squash(word)] = claim{fieldPerson, remarkWeight}
	}
	return known
})

// remarkWords are headings of columns that are never read and that lists of all
// kinds have.
const remarkWords = "OBSERVACION|OBSERVACIONES|OBS|REMARKS|COMENTARIO|COMENTARIOS|SEXO"

// wordsOfHeadings are the words that the known headings are made of, and a few
// that others are.
var wordsOfHeadings = sync.OnceValue(func() map[string]struct{} {
	words := make(map[string]struct{}, 512)
	add := func(text string) {
		for _, word := range strings.FieldsFunc(fold.Fold(text), func(r rune) bool { return (r < 'a' || r > 'z') && r != 'ñ' }) {
			words[word] = struct{}{}
		}
	}
	for _, texts := range headingWords() {
		add(texts)
	}
	add(remarkWords)
	add(`ESTADO SITUACION CONDICION RESULTADO FECHA HORA ITEM TIPO ESPECIALIDAD UNIVERSIDAD CORREO TELEFONO CELULAR EMAIL DIRECCION UBIGEO RED MICRORED
		QUINTIL EDAD BONIFICACION LATITUD LONGITUD NORTE ESTE ALTITUD AMBITO ZONA ORIGEN COLEGIO CMP CEP EXAMEN PROMEDIO ANULADO RENUNCIA`)
	return words
})

// headingWords lists the headings of each field. The ministry's own come first
// and weigh most.
//
//nolint:dupword,misspell // Spanish headings
func headingWords() map[Field]string {
	return map[Field]string{
		FieldProcess:    "PROCESO|PROCESO SERUMS|PROCESS|PERIODO|PERIODO SERUMS|PROCESO DE ADJUDICACION",
		FieldModality:   "MODALIDAD|MODALIDAD DE PLAZA|MODALIDAD SERUMS|MODALIDAD DE SERUMS|TIPO DE PLAZA|TIPO PLAZA|TIPO DE SERUMS|TIPO SERUMS|MODALITY",
		FieldProfession: "PROFESIÓN|PROFESIONES|CARRERA PROFESIONAL|CARRERA|PROFESION DE LA SALUD|PROFESSION",
		FieldSpeciality: "ESPECIALIDAD|ESPECIALIDADES|ESPECIALIDAD DE TECNOLOGIA MEDICA|ESPECIALIDAD TM|ESPECIALIDAD PROFESIONAL|MENCION|SPECIALITY|SPECIALTY",
		FieldSede:       "SEDE DE ADJUDICACIÓN|SEDE ADJUDICACION|SEDE|ADJUDICATION SITE",
		FieldSeats: "N° PLAZAS|NRO PLAZAS|NRO DE PLAZAS|N DE PLAZAS|N° DE PLAZAS|NUM PLAZAS|NUMERO DE PLAZAS|NÚMERO PLAZAS|" +
			"CANTIDAD DE PLAZAS|CANT PLAZAS|TOTAL PLAZAS|TOTAL DE PLAZAS|PLAZAS|CUPOS|N° CUPOS|PZAS|PZA|N° PZAS|NRO PZAS|PLAZAS OFERTADAS|PLAZAS OFRECIDAS|PLAZAS CONVOCADAS|" +
			"PLAZAS DISPONIBLES|PLAZAS VACANTES|VACANTES|N° VACANTES|NRO VACANTES|N° DE VACANTES|NUMERO DE VACANTES|CANTIDAD DE VACANTES|" +
			"TOTAL VACANTES|CUPOS OFERTADOS|NUMERO DE CUPOS|PUESTOS|N° PUESTOS|N° DE PUESTOS|CANTIDAD DE PUESTOS|PLAZA|CANTIDAD|CANT|SEATS|NUMBER OF SEATS|PLACES|VACANCIES",
		FieldDiresa: "DIRESA GERESA DIRIS|DIRESA/GERESA/DIRIS|DIRESA DIRIS|DIRESA GERESA|DIRESA DISA|DIRESA DISA GERESA|DISA DIRESA|" +
			"DIRIS DIRESA GERESA|GERESA DIRESA DIRIS|DIRESA|GERESA|DIRIS|DISA|HEALTH DIRECTORATE",
		FieldOffering:    "INSTITUCIÓN OFERTANTE|ENTIDAD OFERTANTE|OFERTANTE|OFFERING INSTITUTION",
		FieldInstitution: "INSTITUCIÓN|INSTITUCION DEL ESTABLECIMIENTO|INSTITUCIÓN A LA QUE PERTENECE|ENTIDAD|INSTITUTION",
		FieldRegion:      "DEPARTAMENTO|DPTO|DEPARTAMENTO REGION|REGION DEPARTAMENTO|REGIÓN|DEPARTMENT|REGION NAME",
		FieldProvince:    "PROVINCIA|PROV|PROVINCE",
		FieldDistrict:    "DISTRITO|DIST|DISTRICT",
		FieldGrade: "GRADO DE DIFICULTAD|GRADO DIFICULTAD|GRADO DE DIFICULTAD GD|GRADO DE DIFICULTAD DEL ESTABLECIMIENTO|GD|G D|" +
			"NIVEL DE DIFICULTAD|GRADO|DIFFICULTY|DIFFICULTY GRADE|GRADE",
		FieldRenipress: "CÓDIGO RENIPRESS|CÓDIGO RENIPRESS MODULAR|CÓDIGO RENIPRESS/MODULAR|COD RENIPRESS|COD. RENIPRESS|RENIPRESS|" +
			"CODIGO UNICO RENIPRESS|CODIGO IPRESS|COD IPRESS|COD. IPRESS|CODIGO UNICO DE IPRESS|CODIGO RENAES|RENAES|CODIGO UNICO|" +
			"CODIGO DE ESTABLECIMIENTO|CODIGO DEL ESTABLECIMIENTO|CODIGO EESS|RENIPRESS CODE|FACILITY CODE|IPRESS|CÓDIGO MODULAR|CODIGO|COD|CODE",
		FieldEstablishment: "NOMBRE DE ESTABLECIMIENTO|NOMBRE DEL ESTABLECIMIENTO|NOMBRE ESTABLECIMIENTO|NOMBRE DE ESTABLECIMIENTO DE SALUD|" +
			"NOMBRE DEL ESTABLECIMIENTO DE SALUD|ESTABLECIMIENTO DE SALUD|ESTABLECIMIENTO|NOMBRE EESS|NOMBRE DEL EESS|EESS|EE SS|" +
			"NOMBRE DE IPRESS|NOMBRE IPRESS|NOMBRE DE LA IPRESS|ESTABLISHMENT|ESTABLISHMENT NAME|FACILITY|FACILITY NAME|HEALTH FACILITY",
		FieldCategory: "CATEGORÍA|CATEGORIA DEL ESTABLECIMIENTO|CATEGORIA EESS|CATEGORIA DE ESTABLECIMIENTO|CAT|CATEGORY",
		FieldBudget:   "PRESUPUESTO|FUENTE DE PRESUPUESTO|FUENTE DE FINANCIAMIENTO|FINANCIAMIENTO|BUDGET",
		FieldZAF:      "ZAF (*)|ZAF|BONO ZAF|ZONA ALEJADA O DE FRONTERA|ZONA ALEJADA Y DE FRONTERA",
		FieldZE:       "ZE (**)|ZE|BONO ZE|ZONA DE EMERGENCIA|ZONA EMERGENCIA|VRAEM",
		FieldRank: "ORDEN DE MÉRITO|PUESTO|PUESTO DE MERITO|PUESTO EN ORDEN DE MERITO|N° ORDEN DE MERITO|NRO ORDEN DE MERITO|MERITO|" +
			"N° DE ORDEN|N° ORDEN|NRO ORDEN|NRO DE ORDEN|ORDEN|POSICION|UBICACION|RANK|POSITION|MERIT ORDER",
		FieldMark: "PUNTAJE FINAL|NOTA FINAL|PUNTAJE TOTAL|PUNTAJE DE MERITO|PROMEDIO FINAL|CALIFICACION FINAL|NOTA DE MERITO|PUNTAJE|NOTA|" +
			"CALIFICACION|NOTA ENCAPS|PUNTAJE ENCAPS|NOTA EXAMEN|NOTA DEL EXAMEN|SCORE|FINAL SCORE|MARK",
		FieldTook: "ADJUDICO|ADJUDICO PLAZA|TOMO PLAZA|TOOK A PLACE",
		fieldPerson: "APELLIDOS Y NOMBRES|NOMBRES Y APELLIDOS|NOMBRES|APELLIDOS|APELLIDO PATERNO|APELLIDO MATERNO|NOMBRE COMPLETO|POSTULANTE|" +
			"APELLIDOS Y NOMBRES DEL POSTULANTE|PROFESIONAL|NOMBRE DEL PROFESIONAL|APELLIDOS Y NOMBRES DEL PROFESIONAL|ADJUDICADO|SERUMISTA|DNI|" +
			"N° DNI|DOCUMENTO|DOCUMENTO DE IDENTIDAD|N° DOCUMENTO|NRO DOCUMENTO|NAME|FULL NAME|COLEGIATURA",
		FieldStatus: "ESTADO|ESTADO DE ADJUDICACION|ESTADO ADJUDICACION|ESTADO DE LA ADJUDICACION|SITUACION|SITUACION DE ADJUDICACION|" +
			"RESULTADO|RESULTADO DE ADJUDICACION|CONDICION DE ADJUDICACION|SITUACION FINAL|ESTADO FINAL",
		FieldSeatsPaid:   "PLAZAS REMUNERADAS|PLAZAS REMUNERADA|N° PLAZAS REMUNERADAS|VACANTES REMUNERADAS",
		FieldSeatsUnpaid: "PLAZAS EQUIVALENTES|PLAZAS EQUIVALENTE|N° PLAZAS EQUIVALENTES|VACANTES EQUIVALENTES",
	}
}

// claimOf reports what a heading text claims to be.
func claimOf(known map[string]claim, text string) (claim, bool) {
	if len(text) > maxHeading {
		return claim{}, false
	}
	squashed := fold.Squash(text)
	if c, ok := known[squashed]; ok {
		return c, true
	}
	return guessClaim(squashed)
}

// maxHeading is longer than any heading in bytes; notes are longer.
const maxHeading = 160

// guessClaim takes headings that no list was seen to have, by their telling
// parts. It is strict about columns that might hold names of persons.
func guessClaim(squashed string) (claim, bool) {
	has := func(part string) bool { return strings.Contains(squashed, part) }
	seats := (has("plaza") || has("vacante") || has("cupo")) && !has("cod") && !has("tipo") && !has("modalidad")
	facility := has("establecimiento") || has("eess") || has("ipress")
	switch {
	case has("apellido"), has("postulante"), has("documentodeidentidad"), strings.HasPrefix(squashed, "dni"), strings.HasSuffix(squashed, "dni"):
		return claim{fieldPerson, inferredWeight}, true
	case has("observacion"), has("dni"): // which may be a part of any word: not read, and no sign of a list of persons
		return claim{fieldPerson, remarkWeight}, true
	case seats && has("remunerad") && !has("equivalent"):
		return claim{FieldSeatsPaid, guessedWeight}, true
	case seats && has("equivalent") && !has("remunerad"):
		return claim{FieldSeatsUnpaid, guessedWeight}, true
	case seats:
		return claim{FieldSeats, guessedWeight}, true
	case has("renipress"), has("ipress") && has("cod"):
		return claim{FieldRenipress, 500}, true
	case has("gradodedificultad"):
		return claim{FieldGrade, 500}, true
	case has("ordendemerito"):
		return claim{FieldRank, 500}, true
	case facility && (has("nombre") || has("denominacion")):
		return claim{FieldEstablishment, 500}, true
	case facility && has("cod"):
		return claim{FieldRenipress, 400}, true
	case facility && has("categoria"):
		return claim{FieldCategory, 400}, true
	}
	return claim{}, false
}
