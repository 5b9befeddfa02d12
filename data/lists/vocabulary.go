package lists

import (
	"strings"
	"sync"

	"brujula/data"
	"brujula/data/names"
	"brujula/data/places"
)

// vocabularies returns the closed list of each field that has one.
func vocabularies() map[Field]*names.List {
	return map[Field]*names.List{
		FieldProfession: names.Professions(), FieldSpeciality: names.Professions(), FieldInstitution: names.Institutions(), FieldBudget: names.Budgets(),
		FieldDiresa: healthDirectorates(), FieldOffering: offeringInstitutions(), FieldCategory: categories(), FieldSede: names.Exact(centralSede),
	}
}

// healthDirectorates are those named after their region, and those of Lima.
var healthDirectorates = sync.OnceValue(func() *names.List {
	lines := data.Map(places.Peru().Regions(), func(region string) string { return region + "|DIRESA " + region + "|GERESA " + region })
	return names.Exact(append(lines,
		"LIMA CENTRO|DIRIS LIMA CENTRO", "LIMA ESTE|DIRIS LIMA ESTE", "LIMA NORTE|DIRIS LIMA NORTE", "LIMA SUR|DIRIS LIMA SUR",
		"LIMA REGION|LIMA PROVINCIAS|DIRESA LIMA|DIRESA LIMA REGION",
	)...)
})

// offeringInstitutions offer plazas: a region, a directorate, or an institution
// that runs establishments.
var offeringInstitutions = sync.OnceValue(func() *names.List {
	return names.Join(names.Institutions(), healthDirectorates())
})

// categories are those of data/rules/README.md, and the two above that lists may have.
var categories = sync.OnceValue(func() *names.List {
	return names.Exact("I-1", "I-2", "I-3", "I-4", "II-1", "II-2", "II-E", "III-1", "III-2", "III-E", "0|0.0|SIN CATEGORIA|S/C|NO CATEGORIZADO")
})

// noBudget is the budget of every plaza under the modality Equivalente.
const noBudget = "SIN PRESUPUESTO"

// commonWords are words of establishment names that are no names of places.
func commonWords() []string {
	return strings.Fields(`A AL DE DEL EL LA LAS LOS Y E EN CON POR SAN SANTA SANTO NUESTRA SEÑORA SEÑOR VIRGEN NIÑO JESUS JOSE JUAN MARIA
		CENTRO CENTROS PUESTO POSTA SALUD HOSPITAL APOYO MATERNO INFANTIL POLICLINICO POLICIAL MILITAR MEDICO MEDICA MENTAL COMUNITARIO
		ATENCION PRIMARIA PRIMARIO SECUNDARIA INICIAL JARDIN CUNA TURNO MAÑANA TARDE ESSALUD RED ASISTENCIAL URGENCIA URGENCIAS REGIONAL NACIONAL GENERAL
		ENFERMERIA NAVAL BRIGADA BATALLON CONTRATERRORISTA INGENIERIA CABALLERIA SELVA COMANDO ESCUELA EDUCACION SUPERIOR PROFESIONAL SANIDAD
		DEPARTAMENTO GRUPO AEREO AEREA BASE FUERZA MARINA EJERCITO GUERRA POLICIA PERU CAPITAN CORONEL MARISCAL GENERAL TENIENTE COMANDANTE DOCTOR
		VILLA ALTO ALTA BAJO BAJA NUEVO NUEVA GRANDE CHICO CHICA BUENOS AIRES PUEBLO PUERTO CERRO RIO VALLE NORTE SUR ESTE OESTE CENTRAL
		ASENTAMIENTO HUMANO COOPERATIVA UNION LIBERTAD PROGRESO ESPERANZA VICTORIA INDEPENDENCIA PORVENIR VISTA ALEGRE HERMOSA BUENA BELLA
		ESPECIALIDADES BASICAS BASICO ESPECIALIZADO ESPECIALIZADA REFERENCIA SESQUICENTENARIO CONSULTORIO MUNICIPAL PENITENCIARIO ESTABLECIMIENTO CASA ADULTO MAYOR`)
}
