import { asCode, cutBlock } from './cutBlock';
import type { MarkdownBlock } from './markdownBlocks';

/** What a message has room for. */
export interface MessageRoom {
	/** Bytes of a request, beside what every message has. */
	bytes: number;
	elements: number;
	tables: number;
	/** What a block takes at most. */
	bytesOf(block: MarkdownBlock): number;
	elementsOf(block: MarkdownBlock): number;
}

/** `| |` and the end of the line. */
const MIN_ROW_BYTES = 4;

/** A message that is being filled. */
class Filling {
	readonly blocks: MarkdownBlock[] = [];
	private bytes = 0;
	private elements = 0;
	private tables = 0;

	constructor(private readonly room: MessageRoom) {}

	/** The bytes that are left. */
	get free(): number {
		return this.room.bytes - this.bytes;
	}

	/** How many bytes are missing until a message is half full. */
	get wanting(): number {
		return this.room.bytes / 2 - this.bytes;
	}

	/** Whether there is a place for a block, however long it is. */
	hasPlaceFor(block: MarkdownBlock): boolean {
		const { elements, tables, elementsOf } = this.room;
		const isTable = block.kind === 'table';
		return (
			this.elements + elementsOf(block) <= elements && this.tables + (isTable ? 1 : 0) <= tables
		);
	}

	add(block: MarkdownBlock): void {
		this.blocks.push(block);
		this.bytes += this.room.bytesOf(block);
		this.elements += this.room.elementsOf(block);
		if (block.kind === 'table') this.tables++;
	}
}

/** Whether a block is longer than that without a look at its text: each character and each row takes some bytes. */
function isFarLonger(block: MarkdownBlock, bytes: number): boolean {
	if (block.kind === 'table') return block.cells.length * MIN_ROW_BYTES > bytes;
	return 'text' in block && block.text.length > bytes;
}

const isWithin = (block: MarkdownBlock, bytes: number, { bytesOf }: MessageRoom): boolean =>
	!isFarLonger(block, bytes) && bytesOf(block) <= bytes;

/** Puts the beginning of a block into a message; what is left of it goes into the next one. */
function addBeginning(filling: Filling, block: MarkdownBlock, room: MessageRoom): MarkdownBlock {
	const isText = block.kind === 'text';
	const isBetterWhole = !isText && (filling.wanting <= 0 || isWithin(block, room.bytes, room));
	if (isBetterWhole || !filling.hasPlaceFor(block)) return block;
	const { bytesOf } = room;
	const cut = cutBlock(block, { most: filling.free, least: filling.wanting, bytesOf });
	if (!cut) return filling.blocks.length > 0 ? block : asCode(block);
	filling.add(cut[0]);
	return cut[1];
}

/**
 * Distributes blocks over as many messages as they need: between blocks or paragraphs if possible, else
 * between lines, else between words. A block of code that has to be cut is one in each message, with its language,
 * and a table has its header in each.
 *
 * @returns the blocks of each message
 */
export function splitBlocks(blocks: MarkdownBlock[], room: MessageRoom): MarkdownBlock[][] {
	const messages: MarkdownBlock[][] = [];
	let filling = new Filling(room);
	for (const block of blocks) {
		let rest = block;
		while (!filling.hasPlaceFor(rest) || !isWithin(rest, filling.free, room)) {
			const left = addBeginning(filling, rest, room);
			// What cannot be cut, not even for a message of its own, is refused when it is made.
			if (left === rest && filling.blocks.length === 0) break;
			rest = left;
			if (filling.blocks.length > 0) messages.push(filling.blocks);
			filling = new Filling(room);
		}
		filling.add(rest);
	}
	return filling.blocks.length > 0 ? [...messages, filling.blocks] : messages;
}
