import { describeProperties } from './run.ts'
import { SUZHOU_PROPERTIES } from './suzhou.ts'

describeProperties('the text by hand', SUZHOU_PROPERTIES)
