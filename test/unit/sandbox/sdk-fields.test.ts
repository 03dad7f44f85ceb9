import path from 'node:path';
import ts from 'typescript';

import { endpoints, type Endpoint, type Field } from '../../../sandbox/contract/contract';

jest.setTimeout(120_000);

/** The parts of a call of the SDK, and where the contract has their fields. */
const PARTS = [
	['data', 'body'],
	['params', 'query'],
] as const;

const TYPES = path.join(
	path.dirname(require.resolve('@larksuiteoapi/node-sdk/package.json')),
	'types/index.d.ts',
);

/** The types of the official SDK's client. */
class SdkTypes {
	private readonly program = ts.createProgram([TYPES], { types: [] });
	private readonly checker = this.program.getTypeChecker();
	private readonly file = this.program.getSourceFile(TYPES) as ts.SourceFile;

	/** @returns the type of a method's payload; undefined when the SDK has no such method */
	payloadOf(id: string): ts.Type | undefined {
		const exported = this.checker.getExportsOfModule(
			this.checker.getSymbolAtLocation(this.file) as ts.Symbol,
		);
		const client = exported.find(({ name }) => name === 'Client') as ts.Symbol;
		const method = id
			.split('.')
			.reduce<
				ts.Type | undefined
			>((type, name) => type && (this.member(type, name) ?? this.member(type, name.replace(/_([a-z])/g, upper))), this.checker.getDeclaredTypeOfSymbol(client));
		const [payload] = method?.getCallSignatures()[0]?.parameters ?? [];
		return payload && this.typeOf(payload);
	}

	member(type: ts.Type, name: string): ts.Type | undefined {
		const found = type.getProperty(name);
		return found && this.typeOf(found);
	}

	/** @returns the paths of the fields that the contract does not have */
	missing(type: ts.Type, fields: Field[], parent = ''): string[] {
		const element = this.checker.getIndexTypeOfType(type, ts.IndexKind.Number) ?? type;
		if (!(element.flags & ts.TypeFlags.Object)) return [];
		return element.getProperties().flatMap((property) => {
			const field = fields.find(({ name }) => name === property.name);
			if (!field) return [parent + property.name];
			const { children } = field;
			return children
				? this.missing(this.typeOf(property), children, `${parent}${property.name}.`)
				: [];
		});
	}

	private typeOf(symbol: ts.Symbol): ts.Type {
		const type = this.checker.getTypeOfSymbolAtLocation(symbol, this.file);
		return this.checker.getNonNullableType(type);
	}
}

const upper = (_match: string, letter: string) => letter.toUpperCase();

describe('the fields of the official SDK', () => {
	const sdk = new SdkTypes();

	function unknownFields(endpoint: Endpoint): string[] {
		const payload = sdk.payloadOf(endpoint.id);
		return PARTS.flatMap(([part, where]) => {
			const type = payload && sdk.member(payload, part);
			return type ? sdk.missing(type, endpoint[where], `${endpoint.id} ${where}.`) : [];
		});
	}

	it('are all known to the contract', () => {
		expect(endpoints.flatMap(unknownFields)).toEqual([]);
	});

	it('are found', () => {
		const create = endpoints.find(({ id }) => id === 'im.v1.chat.create') as Endpoint;
		const body = create.body.filter(({ name }) => name !== 'labels');
		expect(unknownFields({ ...create, body })).toEqual(['im.v1.chat.create body.labels']);
	});
});
