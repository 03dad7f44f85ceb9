/** A JSON schema as n8n keeps it for the output of an operation. */
export interface Schema {
	type: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
	properties?: Record<string, Schema>;
	items?: Schema;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function primitive(values: unknown[]): Schema | undefined {
	const [kind, ...others] = new Set(values.map((value) => typeof value));
	if (kind === undefined || others.length > 0) return undefined;
	if (kind !== 'number') return { type: kind as 'string' | 'boolean' };
	return { type: values.every(Number.isInteger) ? 'integer' : 'number' };
}

/**
 * Makes the schema that all the given values fit, with the fields in their order. A field of which there is only null, or that is
 * sometimes text and sometimes a number, is left out.
 *
 * @returns undefined when there is nothing to say
 */
export function schemaOf(values: unknown[]): Schema | undefined {
	if (values.length > 0 && values.every(Array.isArray)) {
		const items = schemaOf(values.flat());
		return { type: 'array', ...(items && { items }) };
	}
	if (!values.some(isRecord)) return primitive(values);
	const records = values.filter(isRecord);
	const names = [...new Set(records.flatMap(Object.keys))];
	const fields = names.flatMap((name) => {
		const known = records.map((record) => record[name]).filter((value) => value != null);
		const schema = schemaOf(known);
		return schema ? [[name, schema] as const] : [];
	});
	return { type: 'object', properties: Object.fromEntries(fields) };
}
