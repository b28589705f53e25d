# Reads workbooks as one does with readxl, `all` their sheets or the `first` ones, and writes what it took. Used by whole.mjs.
library(readxl)
given <- commandArgs(trailingOnly = TRUE)
rows <- 0
for (file in given[-1]) {
  sheets <- if (given[1] == "all") seq_along(excel_sheets(file)) else 1
  for (sheet in sheets) rows <- rows + nrow(read_excel(file, sheet = sheet, skip = 1, .name_repair = "minimal"))
}
taken <- proc.time()
status <- if (file.exists("/proc/self/status")) readLines("/proc/self/status") else character()
peak <- sub("\\D*(\\d+).*", "\\1", grep("^VmHWM", status, value = TRUE))
memory <- if (length(peak) == 1) sprintf(', "megabytes": %f', as.numeric(peak) / 1024) else ""
cat(sprintf('{"cpu": %f%s}', taken[["user.self"]] + taken[["sys.self"]], memory), file = Sys.getenv("HUIZONG_BENCH_USAGE"))
cat(rows, "\n")
