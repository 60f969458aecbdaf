export type { ModelFiles, ModelPart } from './model-layout.js'
export { modelsHome } from './models-home.js'
export { listModels, resolveModel } from './resolve-model.js'
export { verifyModel } from './verify-model.js'
