import { ids } from './ids';

/** A department of the tenant. */
export interface Department {
	/** Starts with `od-`. */
	openDepartmentId: string;
	/** Chosen by the company. */
	departmentId: string;
	name: string;
	/** The open_department_id of the department above; 0 is the root. */
	parentId: string;
	/** The user_id of who leads it; empty for nobody. */
	leaderId: string;
}

export type DepartmentIdType = 'open_department_id' | 'department_id';

/** The root department has this ID of either kind (contact-v3/department/field-overview.md). */
export const ROOT = '0';

/** The departments below the root, in the order of Contacts. */
export class Departments {
	readonly all: Department[] = [];

	add(given: Pick<Department, 'name' | 'departmentId'> & Partial<Department>): Department {
		const openDepartmentId = ids.department(given.departmentId);
		const department = { openDepartmentId, parentId: ROOT, leaderId: '', ...given };
		this.all.push(department);
		return department;
	}

	find(id: string, type: DepartmentIdType): Department | undefined {
		const key = type === 'department_id' ? 'departmentId' : 'openDepartmentId';
		return this.all.find((department) => department[key] === id);
	}

	/** @returns an ID of the kind that is asked for, as well for the root */
	idAs(openDepartmentId: string, type: DepartmentIdType): string {
		if (type === 'open_department_id') return openDepartmentId;
		return this.find(openDepartmentId, 'open_department_id')?.departmentId ?? openDepartmentId;
	}

	/**
	 * @param parentId an open_department_id, or the root
	 * @param isRecursive with those at all levels below
	 */
	below(parentId: string, isRecursive: boolean): Department[] {
		const children = this.all.filter((department) => department.parentId === parentId);
		if (!isRecursive) return children;
		return children.flatMap((child) => [child, ...this.below(child.openDepartmentId, true)]);
	}

	/** @returns the departments above, the nearest one first, without the root */
	above({ parentId }: Department): Department[] {
		const parent = this.find(parentId, 'open_department_id');
		return parent ? [parent, ...this.above(parent)] : [];
	}
}
