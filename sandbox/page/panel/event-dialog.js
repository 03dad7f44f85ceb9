import { fetchExamples, pushEvent } from '../console-api.js';
import { fillSelect, find, showError, showToast } from '../dom.js';

/** The dialog that pushes any event or callback of the contract to an app. */
export class EventDialog {
	/** @type {HTMLDialogElement} */
	#dialog = find('#event-dialog');
	/** @type {HTMLFormElement} */
	#form = find('form', this.#dialog);
	/** @type {HTMLSelectElement} */
	#type = find('[name=type]', this.#form);
	/** @type {HTMLSelectElement} */
	#app = find('[name=app]', this.#form);
	/** @type {HTMLTextAreaElement} */
	#event = find('[name=event]', this.#form);
	/** @type {import('../api.js').Example[]} */
	#examples = [];

	/** @param {() => { state: import('../api.js').State, chatId: string, me: string }} scene */
	constructor(scene) {
		find('#open-events').addEventListener('click', async () => {
			const { state } = scene();
			fillSelect(
				this.#app,
				state.apps.map(({ app_id: value, name: label }) => ({ value, label })),
			);
			await this.#read(scene());
			showError(this.#form);
			this.#dialog.showModal();
		});
		this.#app.addEventListener('change', () => void this.#read(scene()));
		this.#type.addEventListener('change', () => this.#showExample());
		find('.cancel', this.#form).addEventListener('click', () => this.#dialog.close());
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#push();
		});
	}

	/** @param {{ chatId: string, me: string }} scene */
	async #read({ chatId, me }) {
		this.#examples = await fetchExamples({ app_id: this.#app.value, chat_id: chatId, open_id: me });
		fillSelect(
			this.#type,
			this.#examples.map(({ event_type: value, kind }) => ({
				value,
				label: kind === 'callback' ? `${value} (callback)` : value,
			})),
		);
		this.#showExample();
	}

	#showExample() {
		const example = this.#examples.find(({ event_type }) => event_type === this.#type.value);
		this.#event.value = JSON.stringify(example?.event ?? {}, null, 2);
	}

	async #push() {
		showError(this.#form);
		try {
			const event = JSON.parse(this.#event.value);
			await pushEvent({ event_type: this.#type.value, event, app_id: this.#app.value });
			this.#dialog.close();
			showToast(`${this.#type.value} is on its way`);
		} catch (error) {
			showError(this.#form, /** @type {Error} */ (error).message);
		}
	}
}
