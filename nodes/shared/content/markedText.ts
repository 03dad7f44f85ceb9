interface OpenMark {
	/** '' for one within another of its kind, which would end that. */
	mark: string;
	/** How long the text was, mark included; -1 when the mark goes on from one before it. */
	at: number;
}

/** A text with marks around its parts, such as `**`. Those that would be read otherwise are left out. */
export class MarkedText {
	text = '';

	/** The marks that are open. */
	private marks: OpenMark[] = [];

	/** The mark that has been closed last, and how long the text was then. */
	private last = { mark: '', at: -1 };

	/** Whether nothing but marks has been added. */
	get isEmpty(): boolean {
		return this.text.length === (this.marks.at(-1)?.at ?? 0);
	}

	add(text: string): void {
		this.text += text;
	}

	/** Opens a mark; one that follows another of its kind goes on instead, for `*a**b*` is something else. */
	open(mark: string): void {
		if (this.marks.some((other) => other.mark === mark)) {
			this.marks.push({ mark: '', at: this.text.length });
		} else if (this.last.mark === mark && this.last.at === this.text.length) {
			this.text = this.text.slice(0, -mark.length);
			this.marks.push({ mark, at: -1 });
		} else {
			this.text += mark;
			this.marks.push({ mark, at: this.text.length });
		}
	}

	/** Closes the mark that was opened last; one around nothing is taken back. */
	close(): void {
		const { mark, at } = this.marks.pop() as OpenMark;
		if (mark === '') return;
		if (this.text.length === at) {
			this.text = this.text.slice(0, -mark.length);
			return;
		}
		this.text += mark;
		this.last = { mark, at: this.text.length };
	}

	/**
	 * Ends the text, and begins another one in which the same marks are open.
	 *
	 * @returns the text so far, with all marks closed
	 */
	interrupt(): string {
		this.text = this.text.trimEnd();
		const marks = this.marks.map(({ mark }) => mark);
		while (this.marks.length > 0) this.close();
		const ended = this.text;
		this.text = '';
		this.last = { mark: '', at: -1 };
		for (const mark of marks) this.open(mark);
		return ended;
	}
}
