@export()
type Tags = {
  *: string
}
