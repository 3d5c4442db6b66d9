/** Limits of unpacking. Text packs 3 to 30 to 1; what goes far beyond is made to fill memory or disk. */
export type UnpackLimits = {
  /** Bytes out for a byte in, looked at once `GRACE` bytes came out. */
  readonly ratio: number;
  /** Bytes out in all. */
  readonly bytes: number;
  /** Files in an archive. */
  readonly files: number;
};

export const UNPACK_LIMITS: UnpackLimits = { ratio: 200, bytes: 16 * 1024 ** 3, files: 200_000 };

const GRACE = 16 * 1024 * 1024;

/** Counts what goes in and comes out. `problem` is a sentence as soon as a limit is passed. */
export class UnpackGuard {
  readonly #limits: UnpackLimits;
  #packed = 0;
  #unpacked = 0;
  #files = 0;

  constructor(limits: UnpackLimits) {
    this.#limits = limits;
  }

  packed(bytes: number): void {
    this.#packed += bytes;
  }

  unpacked(bytes: number): void {
    this.#unpacked += bytes;
  }

  file(): void {
    this.#files++;
  }

  get problem(): string | undefined {
    const { ratio, bytes, files } = this.#limits;
    if (this.#unpacked > GRACE && this.#unpacked > ratio * this.#packed) {
      return `It unpacks to more than ${ratio} times its size; reading was stopped there.`;
    }
    if (this.#unpacked > bytes) return `It unpacks to more than ${bytes} bytes; reading was stopped there.`;
    if (this.#files > files) return `It holds more than ${files} files; reading was stopped there.`;
    return undefined;
  }
}
