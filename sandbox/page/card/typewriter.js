/** How Lark types if the card says nothing (cardkit-v1/card/create.md). */
const FREQUENCY_MS = 70;
const STEP = 1;

/**
 * A text that is typed out.
 *
 * @typedef {object} Typed
 * @property {string[]} target its characters
 * @property {number} shown how many of them are on the page
 * @property {(text: string) => void} show
 */

/**
 * @param {any} value of `streaming_config`, for each platform
 * @param {number} otherwise
 */
const onThisPlatform = (value, otherwise) => Number(value?.pc ?? value?.default) || otherwise;

/**
 * Types the texts of one card while its streaming mode is on, as the Lark client does: a text that goes on where it was
 * is typed out, any other one is there at once, and all of it is there when streaming mode ends.
 */
export class Typewriter {
	/** By element_id. @type {Map<string, Typed>} */
	#texts = new Map();
	#isOn = false;
	#isFast = true;
	#step = STEP;
	#frequency = FREQUENCY_MS;
	/** @type {ReturnType<typeof setInterval> | undefined} */
	#timer;

	/** The card is drawn anew. @param {any} config of the card @param {boolean} isOn whether streaming mode is on */
	begin(config, isOn) {
		const {
			print_frequency_ms: frequency,
			print_step: step,
			print_strategy: strategy,
		} = config?.streaming_config ?? {};
		this.#isOn = isOn;
		this.#isFast = strategy !== 'delay';
		this.#step = onThisPlatform(step, STEP);
		this.#frequency = onThisPlatform(frequency, FREQUENCY_MS);
	}

	/**
	 * Shows a text, at once or little by little.
	 *
	 * @type {(elementId: string, text: string, show: (text: string) => void) => void}
	 */
	type = (elementId, text, show) => {
		const target = [...text];
		const before = this.#texts.get(elementId);
		const goesOn = this.#isOn && before && text.startsWith(before.target.join(''));
		const shown = !goesOn ? target.length : this.#isFast ? before.target.length : before.shown;
		const typed = { target, shown, show };
		this.#texts.set(elementId, typed);
		draw(typed);
		if (shown < target.length) this.#timer ??= setInterval(() => this.#tick(), this.#frequency);
	};

	#tick() {
		const typing = [...this.#texts.values()].filter(({ target, shown }) => shown < target.length);
		for (const typed of typing) {
			typed.shown = Math.min(typed.shown + this.#step, typed.target.length);
			draw(typed);
		}
		if (typing.length > 0) return;
		clearInterval(this.#timer);
		this.#timer = undefined;
	}
}

/** @param {Typed} typed */
const draw = ({ target, shown, show }) => show(target.slice(0, shown).join(''));
