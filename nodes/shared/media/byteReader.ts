/** Reads a stream of bytes in pieces of a wanted length, keeping no more of it than needed. */
export class ByteReader {
	private readonly chunks: AsyncIterator<Buffer>;

	private rest = Buffer.alloc(0);

	constructor(bytes: AsyncIterable<Buffer>) {
		this.chunks = bytes[Symbol.asyncIterator]();
	}

	/** @returns the next bytes; fewer than `length` at the end */
	async read(length: number): Promise<Buffer> {
		const pieces: Buffer[] = [];
		for (let missing = length; missing > 0 && (await this.fill()); ) {
			const piece = this.rest.subarray(0, missing);
			this.rest = this.rest.subarray(piece.length);
			missing -= piece.length;
			pieces.push(piece);
		}
		return Buffer.concat(pieces);
	}

	/** Passes over the next bytes. */
	async skip(length: number): Promise<void> {
		for (let missing = length; missing > 0 && (await this.fill()); ) {
			const passed = Math.min(missing, this.rest.length);
			this.rest = this.rest.subarray(passed);
			missing -= passed;
		}
	}

	/** Makes sure that there is at least one byte, unless the stream has ended. */
	private async fill(): Promise<boolean> {
		while (this.rest.length === 0) {
			const { value, done } = await this.chunks.next();
			if (done) return false;
			this.rest = Buffer.from(value);
		}
		return true;
	}
}
