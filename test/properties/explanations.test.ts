import { EXPLANATION_PROPERTIES } from './explanations.ts'
import { describeProperties } from './run.ts'

describeProperties('explanations', EXPLANATION_PROPERTIES)
