import type { IDataObject } from 'n8n-workflow';

import type { FieldType, QuestionField } from '../../../nodes/shared/decision/question';
import { readFields } from '../../../nodes/shared/decision/readValues';
import { field } from './questions';

const CHOICES = ['Annual', 'Sick', 'Unpaid'];

const read = (type: FieldType, form: IDataObject, given: Partial<QuestionField> = {}) => {
	const reading = readFields([field({ label: 'Days', type, choices: CHOICES, ...given })], form);
	return 'problem' in reading ? reading.problem.en_us : reading.value.Days;
};

describe('the values of a form', () => {
	it.each<[FieldType, unknown, unknown]>([
		['text', 'Hi', 'Hi'],
		['text', ' 5 ', ' 5 '],
		['textarea', 'a\nb', 'a\nb'],
		['number', '5', 5],
		['number', ' -1.5 ', -1.5],
		['number', '1e3', 1000],
		['number', 7, 7],
		['email', ' ada@example.com ', 'ada@example.com'],
		['date', '2026-11-28 +0800', '2026-11-28'],
		['date', '2026-11-28', '2026-11-28'],
		['time', '09:30 +0800', '09:30'],
		['time', '23:59', '23:59'],
		['dropdown', '1', 'Sick'],
		['multiSelect', ['2', '0'], ['Unpaid', 'Annual']],
		['person', 'ou_1', 'ou_1'],
	])('of the type %s are read: %j is %j', (type, given, value) => {
		expect(read(type, { field_0: given } as IDataObject)).toEqual(value);
	});

	it.each<[FieldType, unknown]>([
		['number', 'five'],
		['number', '0x10'],
		['number', '1,5'],
		['number', '5 days'],
		['number', 'Infinity'],
		['number', '1e999'],
		['number', ['5']],
		['number', true],
		['email', 'ada'],
		['email', 5],
		['date', '2026-02-30 +0800'],
		['date', 'tomorrow'],
		['date', '2026-13-01'],
		['date', 20261128],
		['time', '24:00 +0800'],
		['time', '9:30'],
		['dropdown', '3'],
		['dropdown', 'Sick'],
		['dropdown', ['1']],
		['dropdown', '__proto__'],
		['multiSelect', '1'],
		['multiSelect', ['1', '9']],
		['person', 'Alice'],
		['person', 'oc_1'],
		['person', { open_id: 'ou_1' }],
		['text', { a: 1 }],
		['textarea', 5],
	])('of the type %s are refused with the name of the field: %j', (type, given) => {
		expect(read(type, { field_0: given } as IDataObject)).toMatch(/^Days (must|has)/);
	});

	it.each<[FieldType, unknown]>([
		['text', null],
		['number', null],
		['person', null],
		['multiSelect', []],
		['checkbox', []],
	])('of the type %s that are left empty are %j, or asked for when required', (type, value) => {
		for (const form of [
			{},
			{ field_0: '' },
			{ field_0: ' ' },
			{ field_0: [] },
			{ field_0: null },
		]) {
			expect(read(type, form as IDataObject)).toEqual(value);
			expect(read(type, form as IDataObject, { required: true })).toBe('Fill in: Days');
		}
	});

	it('of checkboxes are the labels of those that are ticked', () => {
		const form = { field_0_0: true, field_0_1: false, field_0_2: true, field_0_3: true };
		expect(read('checkbox', form)).toEqual(['Annual', 'Unpaid']);
		expect(read('checkbox', { field_0_0: 'true' }, { required: true })).toBe('Fill in: Days');
	});

	it('come under the names of the fields, whatever they are called', () => {
		const asked = [
			field({ key: '__proto__' }),
			field({ key: 'constructor' }),
			field({ key: 'a.b' }),
		];
		const reading = readFields(asked, { field_0: 'x', field_1: 'y', field_2: 'z' });
		expect(Object.entries('value' in reading ? reading.value : {})).toEqual([
			['__proto__', 'x'],
			['constructor', 'y'],
			['a.b', 'z'],
		]);
	});

	it('of one form are refused together when one is wrong', () => {
		const asked = [field({ key: 'a' }), field({ key: 'b', label: 'Count', type: 'number' })];
		expect(readFields(asked, { field_0: 'x', field_1: 'y' })).toMatchObject({
			problem: { en_us: 'Count must be a number', zh_cn: 'Count 必须是数字' },
		});
	});
});
