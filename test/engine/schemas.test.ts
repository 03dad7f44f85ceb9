import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';

import { resources } from '../../nodes/Lark/description/resources';
import { openLarkNode, type LarkNode } from './lark-node';
import { schemaOf, type Schema } from './schemas/infer';
import { record, type Outputs } from './schemas/story';

const FOLDER = path.join(__dirname, '../../nodes/Lark/__schema__/v1.0.0');

/** Operations whose output depends on the request of the user, so that they have no schema. */
const WITHOUT = ['apiRequest/request'];

const operations = resources
	.flatMap(({ value, operations }) => operations.map((operation) => `${value}/${operation.value}`))
	.filter((operation) => !WITHOUT.includes(operation));

const fileOf = (operation: string) => path.join(FOLDER, `${operation}.json`);
const read = (operation: string) => JSON.parse(readFileSync(fileOf(operation), 'utf8')) as object;

function write(operation: string, schema: object): void {
	mkdirSync(path.dirname(fileOf(operation)), { recursive: true });
	writeFileSync(fileOf(operation), `${JSON.stringify(schema, undefined, '\t')}\n`);
}

/** Output schemas: n8n offers their fields for dragging before a node has run. `WRITE_SCHEMAS=1` writes them again. */
describe('the output schemas', () => {
	let lark: LarkNode;
	let outputs: Outputs;

	beforeAll(async () => {
		lark = await openLarkNode();
		outputs = await record(lark);
		if (!process.env.WRITE_SCHEMAS) return;
		for (const [operation, records] of outputs) {
			write(operation, { ...schemaOf(records), version: 1 });
		}
	});
	afterAll(async () => await lark.sandbox.close());

	it('belong to operations that exist', () => {
		const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
		const named = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5));
		expect(named.sort()).toEqual([...operations].sort());
	});

	it.each([
		[['text', 'chat_id', 'sender'], /^message\/(send|sendFromItem|reply|edit|forward|get|getAll)$/],
		[['name'], /^(chat|user)\/(get|getAll|search)$/],
		[['name', 'member_id'], /^chatMember\/getAll$/],
		[['emoji_type'], /^reaction\/getAll$/],
		[['deleted'], /\/delete(EphemeralCard)?$/],
	])('begin with %j, which people look for', (fields, those) => {
		const found = operations.filter((operation) => those.test(operation));
		expect(found).not.toEqual([]);
		for (const operation of found) {
			const [first] = outputs.get(operation) ?? [];
			expect([operation, Object.keys(first).slice(0, fields.length)]).toEqual([operation, fields]);
			const schema = read(operation) as Schema;
			expect(Object.keys(schema.properties ?? {}).slice(0, fields.length)).toEqual(fields);
		}
	});

	it('are deleted and the ID for what deletes something', () => {
		const found = operations.filter((operation) => /\/delete/.test(operation));
		expect(found).toHaveLength(7);
		for (const operation of found) {
			const [output] = outputs.get(operation) ?? [];
			expect(output).toEqual({ deleted: true, [Object.keys(output)[1]]: expect.any(String) });
			expect(Object.keys(output)[1]).toMatch(/_id$/);
		}
	});

	it.each(operations)('describe exactly what %s returns', (operation) => {
		const records = outputs.get(operation) ?? [];
		expect(records).not.toEqual([]);
		const schema = read(operation);
		expect(schema).toEqual({ ...schemaOf(records), version: 1 });
		const validate = new Ajv({ strict: false }).compile(schema as Schema);
		for (const json of records) expect([validate(json), validate.errors]).toEqual([true, null]);
	});
});
