const NEAR_END_PX = 80;

/**
 * Keeps a list at its end while it grows, as long as the person has not scrolled away from there.
 *
 * A `scroll` event says nothing when the list has grown since the page scrolled last: an image was loaded.
 */
export class EndFollower {
	#list;
	#height = 0;
	#follows = true;

	/** @param {HTMLElement} list @param {HTMLElement} content what grows in it */
	constructor(list, content) {
		this.#list = list;
		list.addEventListener('scroll', () => {
			if (list.scrollHeight === this.#height) this.#follows = this.#isAtEnd();
		});
		const observer = new ResizeObserver(() => this.scroll());
		observer.observe(content);
		observer.observe(list);
	}

	/** Goes to the end and stays there. */
	follow() {
		this.#follows = true;
		this.scroll();
	}

	/** Goes to the end, if that is where the person is. */
	scroll() {
		this.#height = this.#list.scrollHeight;
		if (this.#follows) this.#list.scrollTop = this.#height;
	}

	#isAtEnd() {
		const { scrollHeight, scrollTop, clientHeight } = this.#list;
		return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
	}
}
