import { byId } from '../lark-node';
import type { Preparation, Scenarios } from './preparation';

const of = (departmentId: string) => ({ departmentId: byId(departmentId) });

/** A department that is in another one. */
const inner = ({ world }: Preparation) =>
	world.departments.find('platform', 'department_id')!.openDepartmentId;

const UNKNOWN = 'od-0';

/** Departments. */
export const departmentScenarios: Scenarios = {
	get: {
		works: [(prepared) => ({ parameters: of(inner(prepared)) })],
		refused: () => ({ parameters: of(UNKNOWN) }),
		code: 40015,
	},
	getSeveral: {
		works: [(prepared) => ({ parameters: { departmentIds: `${inner(prepared)}, ${UNKNOWN}` } })],
		refused: (prepared) => {
			prepared.lark.sandbox.app.availability = [];
			return { parameters: { departmentIds: UNKNOWN } };
		},
		code: 40004,
	},
	getChildren: {
		works: [() => ({ parameters: {} })],
		refused: () => ({ parameters: of(UNKNOWN) }),
		code: 40004,
	},
	getParents: {
		works: [(prepared) => ({ parameters: of(inner(prepared)) })],
		refused: () => ({ parameters: of(UNKNOWN) }),
		code: 40004,
	},
	search: {
		works: [() => ({ parameters: { name: 'eng' } })],
		refused: (prepared) => {
			prepared.lark.sandbox.app.disabled = true;
			return { parameters: { name: 'eng' } };
		},
		code: 99991662,
	},
};
