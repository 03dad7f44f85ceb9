/** Reads a stream of bytes in pieces of a wanted length, keeping no more of it than needed. */
export class ByteReader {
	private readonly chunks: AsyncIterator<Buffer>;

	private rest = Buffer.alloc(0);

	constructor(bytes: AsyncIterable<Buffer>) {
		this.chunks = bytes[Symbol.asyncIterator]();
	}

	/** @returns the next bytes; fewer than `length` at the end */
	async read(length: number): Promise<Buffer> {
		if (length <= this.rest.length) return this.take(length);
		const pieces: Buffer[] = [];
		for (let missing = length; missing > 0 && (await this.fill()); ) {
			const piece = this.take(missing);
			missing -= piece.length;
			pieces.push(piece);
		}
		return Buffer.concat(pieces);
	}

	/** Passes over the next bytes. */
	async skip(length: number): Promise<void> {
		for (let missing = length; missing > 0 && (await this.fill()); ) {
			missing -= this.take(missing).length;
		}
	}

	/** Takes the next bytes of the current chunk, at most `length`, without copying them. */
	private take(length: number): Buffer {
		const taken = this.rest.subarray(0, length);
		this.rest = this.rest.subarray(taken.length);
		return taken;
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
