import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { textContent } from '../../../shared/content/text';
import { InputError } from '../../../shared/inputError';
import { createBatchMessage } from '../../../shared/lark/batchMessages';
import { departmentPicker } from '../../../shared/pickers/properties';
import type { UserIdType } from '../../../shared/userId';
import { recogniseDepartmentId } from '../../fields/departmentId';
import { entriesOfRow } from '../../fields/people';
import { recogniseUserIds, usersProperty } from '../../fields/userIds';
import { textProperty } from '../message/types/text';
import type { Operation } from '../operation';

const { required: _required, ...optionalUsersProperty } = usersProperty;

const MAX_ENTRIES = 200;

const departmentsProperty: INodeProperties = {
	displayName: 'Departments',
	name: 'departments',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	placeholder: 'Add Department',
	description: `Everybody in them and their subdepartments gets the message. Up to ${MAX_ENTRIES}.`,
	options: [
		{
			displayName: 'Department',
			name: 'department',
			values: [{ ...departmentPicker, displayName: 'Department', name: 'department' }],
		},
	],
};

type Receivers = Partial<Record<`${UserIdType | 'department_id'}s`, string[]>>;

export const batchMessageSend: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a batch message',
	description:
		'Send a text to many Lark users and whole departments, each in their own chat with the bot. Lark delivers it bit by bit: Get Progress tells how far it is. Not protected against sending twice.',
	endpoints: [createBatchMessage],
	lanes: [],
	properties: [
		{
			...textProperty,
			description: 'Text of the message, up to 150 KB. Bold, italic and the like are not possible.',
		},
		{
			...optionalUsersProperty,
			description: `${usersProperty.description}; up to ${MAX_ENTRIES}`,
		},
		departmentsProperty,
	],

	async execute(item) {
		const { content, msg_type } = textContent(item.string('text'));
		const departments = item
			.rows('departments.department')
			.flatMap(({ department }) => entriesOfRow('Departments', department));
		const receivers = readReceivers(item.strings('users'), departments);
		return await item.lark.call(createBatchMessage, {
			body: { msg_type, content: JSON.parse(content) as IDataObject, ...receivers },
		});
	},
};

function readReceivers(users: string[], departments: string[]): Receivers {
	if (users.length + departments.length === 0) {
		throw new InputError('Users and Departments are empty', 'Enter who gets the message.');
	}
	const receivers: Receivers = {};
	if (users.length > 0) {
		const { user_id_type, ids } = recogniseUserIds('Users', users);
		receivers[`${user_id_type}s`] = checkCount('Users', ids);
	}
	if (departments.length > 0) {
		receivers.department_ids = checkCount('Departments', [
			...new Set(departments.map(checkDepartment)),
		]);
	}
	return receivers;
}

function checkDepartment(value: string): string {
	const { department_id } = recogniseDepartmentId(value, 'Departments');
	if (department_id !== '0') return department_id;
	throw new InputError(
		'Departments cannot have 0: Lark takes no root department here',
		'Enter the departments below it.',
	);
}

function checkCount(field: string, ids: string[]): string[] {
	if (ids.length <= MAX_ENTRIES) return ids;
	throw new InputError(
		`${field} has ${ids.length} entries, Lark takes at most ${MAX_ENTRIES}`,
		'Send the message in several steps.',
	);
}
