import { ENGINE_PROPERTIES } from './engines.ts'
import { describeProperties } from './run.ts'

describeProperties('engines', ENGINE_PROPERTIES)
