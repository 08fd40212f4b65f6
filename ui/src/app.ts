// Loaded on every page. Each module adds to what already works without it.
import { startCharacterCounts } from './character_count'
import { startErrorSummary } from './error_summary'
import { startExclusiveChoices } from './exclusive_choices'
import { startExit } from './exit_this_page'
import { startPosition } from './position'
import { startSavePicture } from './save_picture'
import { startSubmitOnce } from './submit_once'

startExit(document)
startErrorSummary(document)
startCharacterCounts(document)
startExclusiveChoices(document)
startPosition(document)
startSavePicture(document)
startSubmitOnce(document)
