package texts

// DemoBanner is in view all the time while the demonstration is open.
const DemoBanner = "DATOS DE DEMOSTRACIÓN"
