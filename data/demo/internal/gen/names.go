package gen

import "strings"

// Every name says that it is made up; the rest has accents and Ñ, which search
// must cope with.
func flavours() []string {
	return strings.Split("LA NEBLINA,EL CÓNDOR,LOS SAUCES,PEÑA DORADA,LA CIGÜEÑA,AGUA SERENA,TRES LUNAS,EL COLIBRÍ,LAS RETAMAS,RÍO QUIETO,"+
		"LA ÑUSTA,PIEDRA AZUL,EL ALGARROBO,CAÑA BRAVA,LA VICUÑA,SOL DE JUNIO,LOS MAITENES,EL ZORZAL,LA CUMBRE,AÑAÑAY,"+
		"EL PUQUIAL,LA TORCAZA,FLOR DE TARA,LAS GARZAS,EL MOLINO,LA QUENA,LOS FAIQUES,EL HUAYRURO,LA COLMENA,ARCO IRIS,"+
		"EL TUCÁN,LA BALSA,LOS HELECHOS,EL CAÑAVERAL,LA ORQUÍDEA,DOS CAMINOS,EL OTORONGO,LA LLOVIZNA,LOS QUINUALES,EL ECO", ",")
}

func establishmentName(rng *random, e *establishment, n int) string {
	kind := map[string][]string{
		"I-1": {"PUESTO INVENTADO", "POSTA INVENTADA"}, "I-2": {"POSTA INVENTADA", "PUESTO DE SALUD INVENTADO"},
		"I-3": {"CENTRO DE SALUD INVENTADO", "CENTRO INVENTADO"}, "I-4": {"CENTRO MATERNO INVENTADO", "CENTRO DE SALUD INVENTADO"},
		"II-1": {"HOSPITAL INVENTADO"}, "II-E": {"HOSPITAL INVENTADO"}, "0": {"IE INVENTADA"},
	}[e.category]
	prefix := kind[rng.below(len(kind))]
	switch e.institution {
	case essalud:
		prefix = "CAP INVENTADO"
	case police:
		prefix = "POLICLÍNICO POLICIAL INVENTADO"
	case army, navy, airForce:
		prefix = "ENFERMERÍA MILITAR INVENTADA"
	}
	all := flavours()
	return prefix + " " + all[n%len(all)]
}
