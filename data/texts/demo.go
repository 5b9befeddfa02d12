package texts

// DemoBanner is in view all the time while the demonstration is open.
const DemoBanner = "DATOS DE DEMOSTRACIÓN"

// DemoExplanation tells what the demonstration is and how to leave it.
const DemoExplanation = "Proceso inventado: los establecimientos no existen. Cargue la oferta real con: serums importar oferta ARCHIVO"

// DemoSource stands for the file of made-up records.
const DemoSource = "demostración (inventada)"
