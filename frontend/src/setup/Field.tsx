export { Field } from '../ui/Field'
