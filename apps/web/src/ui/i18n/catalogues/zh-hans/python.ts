import type { Catalogue } from "../../languages.ts";

export const python: Catalogue = {
  ", from which clients for other languages can be generated.": "，可由其生成其他语言的客户端。",
  "All there is to ask for stands in": "所有可请求的内容见",
  "Brings a file in, after a dry run, and takes what was accepted out, with the loss report.":
    "先试运行再导入文件，并导出已接受的内容及损失报告。",
  "Copy {{command}}": "复制 {{command}}",
  "Copy {{file}}": "复制 {{file}}",
  Library: "库",
  "Make an API key": "生成 API 密钥",
  "Make an API key and put it where the scripts look for it:": "生成 API 密钥，并放到脚本查找的位置：",
  Once: "一次性准备",
  "Save one of the scripts below and run it. Offsets are characters as Python counts them.":
    "保存下面的一个脚本并运行。偏移量按 Python 的字符计。",
  "Scripts for {{name}}, ready to run": "可直接运行的 {{name}} 脚本",
  "Segments and linked names as tables.": "以表格形式呈现的句段和链接的名称。",
  "The project as a Hugging Face dataset.": "以 Hugging Face 数据集形式呈现的项目。",
  "The project as the file that spaCy trains on.": "以 spaCy 训练文件形式呈现的项目。",
  "pip install {{needs}}": "pip install {{needs}}",
  "the OpenAPI document": "OpenAPI 文档",
};
