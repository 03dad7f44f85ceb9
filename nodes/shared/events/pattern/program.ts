import { UnsupportedPattern, type PatternNode } from './parse';

/** One step: take a character, check a position, go on at several places at once, or be done. */
export type Instruction =
	| { step: 'take' | 'check'; test: RegExp }
	| { step: 'split'; to: number[] }
	| { step: 'done' };

/** More than anybody writes by hand: it bounds the time for one character. */
const MAX_INSTRUCTIONS = 500;

/**
 * Compiles a tree into a program for `runProgram`.
 *
 * @param flags of every test
 * @throws UnsupportedPattern when it gets too long, as by `{1,9999}`
 */
export function compileProgram(root: PatternNode, flags: string): Instruction[] {
	const program: Instruction[] = [];
	const tests = new Map<string, RegExp>();

	const testOf = (source: string) => {
		const test = tests.get(source) ?? new RegExp(source, `${flags}y`);
		tests.set(source, test);
		return test;
	};
	const add = <Added extends Instruction>(instruction: Added): Added => {
		if (program.length >= MAX_INSTRUCTIONS) throw new UnsupportedPattern('so many repetitions');
		program.push(instruction);
		return instruction;
	};
	const addSplit = () => add<{ step: 'split'; to: number[] }>({ step: 'split', to: [] });

	const addRepeat = ({ part, min, max }: Extract<PatternNode, { kind: 'repeat' }>) => {
		for (let count = 0; count < min; count++) {
			const before = program.length;
			addNode(part);
			// What takes no step, such as (?:), would be repeated for minutes.
			if (program.length === before) return;
		}
		if (max === Infinity) {
			const start = program.length;
			const loop = addSplit();
			loop.to.push(program.length);
			addNode(part);
			addSplit().to.push(start);
			loop.to.push(program.length);
			return;
		}
		const exits = [];
		for (let count = min; count < max; count++) {
			const optional = addSplit();
			optional.to.push(program.length);
			exits.push(optional);
			addNode(part);
		}
		for (const exit of exits) exit.to.push(program.length);
	};

	const addChoice = (parts: PatternNode[]) => {
		const fork = addSplit();
		const ends = parts.map((part) => {
			fork.to.push(program.length);
			addNode(part);
			return addSplit();
		});
		for (const end of ends) end.to.push(program.length);
	};

	const addNode = (node: PatternNode): void => {
		switch (node.kind) {
			case 'atom':
				add({ step: 'take', test: testOf(node.source) });
				return;
			case 'assertion':
				add({ step: 'check', test: testOf(node.source) });
				return;
			case 'repeat':
				return addRepeat(node);
			case 'sequence':
				return node.parts.forEach(addNode);
			case 'choice':
				return node.parts.length === 1 ? addNode(node.parts[0]) : addChoice(node.parts);
		}
	};

	addNode(root);
	add({ step: 'done' });
	return program;
}

/**
 * Tells whether a program matches anywhere in a text. Follows all ways at once instead of one after
 * the other, so that the time grows with the length of text and program, whatever they are.
 */
export function runProgram(program: Instruction[], text: string, isUnicode: boolean): boolean {
	let current = new Set<number>();
	for (let at = 0; at <= text.length; ) {
		const width = isUnicode && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
		const next = new Set<number>();
		// A match may begin at every position.
		current.add(0);
		const results = new Map<RegExp, boolean>();
		const holds = (test: RegExp) => {
			const known = results.get(test);
			if (known !== undefined) return known;
			test.lastIndex = at;
			const result = test.test(text);
			results.set(test, result);
			return result;
		};
		// A set that grows while it is walked is walked to its end.
		for (const place of current) {
			const instruction = program[place];
			if (instruction.step === 'done') return true;
			if (instruction.step === 'split') for (const to of instruction.to) current.add(to);
			else if (holds(instruction.test)) {
				(instruction.step === 'take' ? next : current).add(place + 1);
			}
		}
		current = next;
		at += width;
	}
	return false;
}
