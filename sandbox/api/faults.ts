import { describeError, endpoints, type Endpoint } from '../contract/contract';
import { LarkError } from '../contract/lark-error';
import { tooFrequent } from './response';

const TOO_FREQUENT = 99991400;

/** Lark refuses right requests to an API, or to a whole service, with a code. */
export interface Fault {
	/** The contract id of an API, or its beginning: `cardkit.v1.` for all of CardKit. */
	api: string;
	code: number;
	/** How many requests are refused; all of them until it is taken away, if nothing is said. */
	times?: number;
}

/** What Lark refuses at the moment, although it is right. */
export class Faults {
	private readonly list: Fault[] = [];

	/**
	 * @returns a function that takes the fault away
	 * @throws Error for an API that the contract does not have, or a code that none of its APIs documents
	 */
	add(fault: Fault): () => void {
		const hit = endpoints.filter(({ id }) => id.startsWith(fault.api));
		if (hit.length === 0) throw new Error(`The contract has no API ${fault.api}`);
		if (!hit.some((endpoint) => isDocumented(endpoint, fault.code))) {
			throw new Error(`${fault.api} does not document code ${fault.code}`);
		}
		const own = { ...fault };
		this.list.push(own);
		return () => this.remove(own);
	}

	/** Takes all faults away. */
	clear(): void {
		this.list.length = 0;
	}

	/** @throws LarkError of the first fault that this API has */
	raise(endpoint: Endpoint): void {
		const fault = this.list.find(
			({ api, code }) => endpoint.id.startsWith(api) && isDocumented(endpoint, code),
		);
		if (!fault) return;
		if (fault.times !== undefined) {
			fault.times -= 1;
			if (fault.times <= 0) this.remove(fault);
		}
		throw fault.code === TOO_FREQUENT
			? tooFrequent({ limit: 1, resetSeconds: 1 })
			: new LarkError(fault.code, { ext: 'a fault of the sandbox' });
	}

	private remove(fault: Fault): void {
		const index = this.list.indexOf(fault);
		if (index >= 0) this.list.splice(index, 1);
	}
}

function isDocumented(endpoint: Endpoint, code: number): boolean {
	try {
		describeError(endpoint, code);
		return true;
	} catch {
		return false;
	}
}
