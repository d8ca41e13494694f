declare const __MODEL_VERSION__: string;

/** Semver, and eight hexadecimal digits of a hash over the engine's text and the base data: set by the build. */
export const modelVersion: string = __MODEL_VERSION__;
